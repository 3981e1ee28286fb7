"""The largest flow by igraph and networkx: a network as JSON on stdin, values and milliseconds as JSON on stdout."""

import json
import statistics
import sys
import time

network = json.load(sys.stdin)
result = {}


def measure(name, run, times):
    values, milliseconds = [], []
    for _ in range(times):
        started = time.process_time()
        values.append(run())
        milliseconds.append((time.process_time() - started) * 1000)
    result[name] = {"value": values[0], "cpuMs": round(statistics.median(milliseconds), 2)}


try:
    import igraph

    graph = igraph.Graph(
        n=network["nodes"], edges=[(a, b) for a, b, _ in network["edges"]], directed=True
    )
    capacities = [amount for _, _, amount in network["edges"]]
    measure(
        "igraph",
        lambda: graph.maxflow_value(network["source"], network["sink"], capacities),
        9,
    )
except ImportError:
    result["igraph"] = None
try:
    import networkx

    digraph = networkx.DiGraph()
    for payer, payee, amount in network["edges"]:
        digraph.add_edge(payer, payee, capacity=amount)
    measure(
        "networkx",
        lambda: networkx.maximum_flow_value(digraph, network["source"], network["sink"]),
        1,
    )
except ImportError:
    result["networkx"] = None
print(json.dumps(result))
