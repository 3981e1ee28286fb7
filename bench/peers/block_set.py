"""One block set by other solvers: the model as MPS and a limit in seconds as arguments, what each made of it as JSON on stdout."""

import importlib.metadata
import json
import sys
import time

path, limit = sys.argv[1], float(sys.argv[2])
result = {}


def blocked(values):
    """Numbers of the nodes whose column b7, b12, ... is 1."""
    return sorted(int(name[1:]) for name, value in values if name.startswith("b") and value > 0.5)


def measured(package, started, answer):
    cpu = time.process_time() - started
    return {"version": importlib.metadata.version(package), "cpuSeconds": round(cpu, 3), **answer}


def by_highs():
    import highspy

    started = time.process_time()
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("time_limit", limit)
    highs.setOptionValue("mip_rel_gap", 0.0)
    highs.readModel(path)
    highs.run()
    values = highs.getSolution().col_value
    names = [highs.getColName(column)[1] for column in range(highs.getNumCol())]
    return measured(
        "highspy",
        started,
        {
            "isProved": highs.getModelStatus() == highspy.HighsModelStatus.kOptimal,
            "members": blocked(zip(names, values)) if values else None,
        },
    )


def by_or_tools():
    from ortools.linear_solver.python import model_builder

    started = time.process_time()
    model = model_builder.Model()
    if not model.import_from_mps_file(path):
        raise RuntimeError("OR-Tools cannot read the model")
    solver = model_builder.Solver("SCIP")
    solver.set_time_limit_in_seconds(limit)
    status = solver.solve(model)
    has_answer = status in (model_builder.SolveStatus.OPTIMAL, model_builder.SolveStatus.FEASIBLE)
    columns = [model.var_from_index(column) for column in range(model.num_variables)]
    return measured(
        "ortools",
        started,
        {
            "isProved": status == model_builder.SolveStatus.OPTIMAL,
            "members": blocked((column.name, solver.value(column)) for column in columns if column.name.startswith("b"))
            if has_answer
            else None,
        },
    )


for peer, run in {"HiGHS": by_highs, "OR-Tools (SCIP)": by_or_tools}.items():
    try:
        result[peer] = run()
    except ImportError:
        result[peer] = None
print(json.dumps(result))
