"""Reads what `windfall export-network` wrote with NetworkX and native HiGHS, and prints as JSON what they make of it.

Usage: check_network_export.py DIR. Needs the packages networkx and highspy.
"""

import csv
import glob
import json
import os
import re
import sys

import highspy
import networkx


def channel(payer, payee, values):
    return (payer, payee, values["currency"], float(values["amount"]), int(values["payments"]), values["statements"])


def read_graphs(folder):
    graphml = networkx.read_graphml(os.path.join(folder, "network.graphml"), force_multigraph=True)
    gexf = networkx.read_gexf(os.path.join(folder, "network.gexf"))
    with open(os.path.join(folder, "network-edges.csv"), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    edges = [
        sorted(channel(payer, payee, values) for payer, payee, values in graph.edges(data=True))
        for graph in (graphml, gexf)
    ] + [sorted(channel(row["payer"], row["payee"], row) for row in rows)]
    return {
        "nodes": graphml.number_of_nodes(),
        "edges": len(rows),
        "sameEdges": edges[0] == edges[1] == edges[2],
        "sameNames": all(graphml.nodes[node]["name"] == gexf.nodes[node]["label"] for node in graphml),
        "mark": graphml.graph["mark"],
    }


def solve(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    scale = float(re.search(r"optimum \* (\S+)", text).group(1))
    solver = highspy.Highs()
    for name, value in {"output_flag": False, "mip_rel_gap": 0.0, "mip_abs_gap": 0.0}.items():
        solver.setOptionValue(name, value)
    solver.readModel(path)
    solver.run()
    names = solver.getLp().col_names_
    blocked = [name for name, value in zip(names, solver.getSolution().col_value) if name[0] == "b" and value > 0.5]
    ids = dict(re.findall(r"^\* (b\d+) blocks (\S+)", text, re.MULTILINE))
    return {
        "file": os.path.basename(path),
        "status": solver.modelStatusToString(solver.getModelStatus()),
        "leftQuarters": round(solver.getInfo().objective_function_value * scale, 1),
        "blocked": [ids[name] for name in blocked],
    }


folder = sys.argv[1]
models = [solve(path) for path in sorted(glob.glob(os.path.join(folder, "*.mps")))]
print(json.dumps({"graphs": read_graphs(folder), "models": models}, indent=2))
