"""Links the rows of a table, or of two, with Splink's public API, for a bench that runs the product on the same input.

usage: link_with_splink.py MODEL OUT FILE [FILE]

Writes OUT as CSV (side, id, cluster) and prints one line of JSON: peer, seconds (train, predict, cluster), peakMb.
The models restate what Splink's public demos do with these columns; none looks at the truth.
"""

import json
import logging
import resource
import sys
import time

import duckdb
import splink
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

# Every table has its id as unique_id; the other columns are those that the model names.
TABLES = {
    "historical_50k": "select * from {file}",
    "febrl3": """select trim(rec_id) as unique_id, nullif(trim(given_name), '') as given_name, nullif(trim(surname), '') as surname,
        nullif(trim(date_of_birth), '') as date_of_birth, nullif(trim(soc_sec_id), '') as soc_sec_id,
        nullif(trim(postcode), '') as postcode, nullif(trim(address_1), '') as address_1, nullif(trim(suburb), '') as suburb
      from {file}""",
    "transactions": "select unique_id, memo, transaction_date, amount from {file}",
    "people": """select id as unique_id, nullif("first", '') as first_name, nullif("last", '') as surname, nullif(birth, '') as dob,
        nullif(street, '') as street, nullif(city, '') as city, nullif(mail, '') as email from {file}""",
}


def historical() -> dict:
    return {
        "settings": SettingsCreator(
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"),
                block_on("surname", "dob"),
                block_on("first_name", "dob"),
                block_on("postcode_fake", "first_name"),
                block_on("postcode_fake", "surname"),
                block_on("dob", "birth_place"),
                block_on("substr(postcode_fake, 1, 3)", "dob"),
                block_on("substr(postcode_fake, 1, 3)", "first_name"),
                block_on("substr(postcode_fake, 1, 3)", "surname"),
                block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)"),
            ],
            comparisons=[
                cl.ForenameSurnameComparison("first_name", "surname"),
                cl.DateOfBirthComparison("dob", input_is_string=True),
                cl.PostcodeComparison("postcode_fake"),
                cl.ExactMatch("birth_place").configure(term_frequency_adjustments=True),
                cl.ExactMatch("occupation").configure(term_frequency_adjustments=True),
            ],
        ),
        "sure": [block_on("first_name", "surname", "dob"), block_on("dob", "postcode_fake")],
        "sure_recall": 0.6,
        "pairs": 5e6,
        "train": [block_on("first_name", "surname"), block_on("dob")],
        "threshold": 0.95,
    }


def febrl() -> dict:
    return {
        "settings": SettingsCreator(
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("soc_sec_id"),
                block_on("given_name"),
                block_on("surname"),
                block_on("date_of_birth"),
                block_on("postcode"),
            ],
            comparisons=[
                cl.NameComparison("given_name"),
                cl.NameComparison("surname"),
                cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
                cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
                cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
                cl.JaroWinklerAtThresholds("address_1", [0.9, 0.7]),
            ],
        ),
        "sure": [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        "sure_recall": 0.8,
        "pairs": 1e6,
        "train": [block_on("date_of_birth"), block_on("soc_sec_id"), block_on("surname")],
        "threshold": 0.95,
    }


def people() -> dict:
    return {
        "settings": SettingsCreator(
            link_type="dedupe_only",
            blocking_rules_to_generate_predictions=[
                block_on("first_name", "surname"),
                block_on("surname", "dob"),
                block_on("first_name", "dob"),
                block_on("email"),
                block_on("street", "city"),
            ],
            comparisons=[
                cl.NameComparison("first_name").configure(term_frequency_adjustments=True),
                cl.NameComparison("surname").configure(term_frequency_adjustments=True),
                cl.DateOfBirthComparison("dob", input_is_string=True),
                cl.JaroWinklerAtThresholds("street", [0.9]),
                cl.ExactMatch("city").configure(term_frequency_adjustments=True),
                cl.EmailComparison("email"),
            ],
        ),
        "sure": [block_on("first_name", "surname", "dob"), block_on("email")],
        "sure_recall": 0.7,
        "pairs": 5e6,
        "train": [block_on("first_name", "surname"), block_on("dob")],
        "threshold": 0.95,
    }


def transactions() -> dict:
    amount = {
        "output_column_name": "amount",
        "comparison_levels": [
            cll.NullLevel("amount"),
            cll.ExactMatchLevel("amount"),
            cll.PercentageDifferenceLevel("amount", 0.01),
            cll.PercentageDifferenceLevel("amount", 0.03),
            cll.PercentageDifferenceLevel("amount", 0.1),
            cll.PercentageDifferenceLevel("amount", 0.3),
            cll.ElseLevel(),
        ],
    }
    days = {
        "output_column_name": "transaction_date",
        "comparison_levels": [
            cll.NullLevel("transaction_date"),
            *[
                cll.CustomLevel(f"transaction_date_r - transaction_date_l between 0 and {most}", f"within {most} days")
                for most in (1, 4, 10, 30)
            ],
            cll.ElseLevel(),
        ],
    }
    memo = {
        "output_column_name": "memo",
        "comparison_levels": [
            cll.NullLevel("memo"),
            cll.ExactMatchLevel("memo"),
            *[cll.LevenshteinLevel("memo", most) for most in (2, 6, 10)],
            cll.ElseLevel(),
        ],
    }
    near = "l.amount / r.amount between 0.7 and 1.3"
    return {
        "settings": SettingsCreator(
            link_type="link_only",
            blocking_rules_to_generate_predictions=[
                {"blocking_rule": f"strftime(l.transaction_date, '%Y%m') = strftime(r.transaction_date, '%Y%m') and substr(l.memo, 1, 3) = substr(r.memo, 1, 3) and {near}"},
                {"blocking_rule": f"strftime(l.transaction_date + 15, '%Y%m') = strftime(r.transaction_date, '%Y%m') and substr(l.memo, 1, 3) = substr(r.memo, 1, 3) and {near}"},
                block_on("substr(memo, 1, 9)"),
                {"blocking_rule": "round(l.amount / 2, 0) * 2 = round(r.amount / 2, 0) * 2 and yearweek(r.transaction_date) = yearweek(l.transaction_date)"},
                {"blocking_rule": "round(l.amount / 2, 0) * 2 = round((r.amount + 1) / 2, 0) * 2 and yearweek(r.transaction_date) = yearweek(l.transaction_date + 4)"},
            ],
            comparisons=[cl.CustomComparison(**each) for each in (amount, days, memo)],
        ),
        "prior": 1 / 45_326,
        "pairs": 1e6,
        "train": [block_on("memo"), block_on("amount")],
        "threshold": 0.5,
        "single": True,
    }


MODELS = {"historical_50k": historical, "febrl3": febrl, "people": people, "transactions": transactions}


def link(name: str, files: list[str]) -> tuple[duckdb.DuckDBPyConnection, str, float]:
    """Trains, predicts and clusters; the connection, the table of clusters in it, and the seconds that it took."""
    connection = duckdb.connect()
    connection.execute("set threads = 2")
    api = DuckDBAPI(connection)
    frames = []
    for side, file in enumerate(files, start=1):
        connection.execute(f"create table side{side} as {TABLES[name].format(file=source(name, file))}")
        frames.append(api.register(f"side{side}", dataset_display_name=f"side{side}"))
    model = MODELS[name]()
    started = time.time()
    settings = model["settings"]
    if "prior" in model:
        settings.probability_two_random_records_match = model["prior"]
    linker = Linker(frames if len(frames) > 1 else frames[0], settings, log_level=logging.ERROR)
    if "sure" in model:
        linker.training.estimate_probability_two_random_records_match(model["sure"], recall=model["sure_recall"])
    linker.training.estimate_u_using_random_sampling(max_pairs=model["pairs"], seed=1)
    for rule in model["train"]:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    pairs = linker.inference.predict(threshold_match_probability=min(model["threshold"], 0.1))
    if model.get("single"):
        clusters = linker.clustering.cluster_using_single_best_links(
            pairs, duplicate_free_datasets=["side1", "side2"], threshold_match_probability=model["threshold"]
        )
    else:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
            pairs, threshold_match_probability=model["threshold"]
        )
    return connection, clusters.physical_name, time.time() - started


def source(name: str, file: str) -> str:
    """A file as a table of the engine."""
    quoted = file.replace("'", "''")
    if file.endswith(".parquet"):
        return f"read_parquet('{quoted}')"
    return f"read_csv('{quoted}', header = true, all_varchar = true)"


def main(name: str, out: str, *files: str) -> None:
    connection, clusters, seconds = link(name, list(files))
    side = "right(source_dataset, 1)" if len(files) > 1 else "1"
    connection.execute(
        f"copy (select {side} as side, unique_id as id, cluster_id as cluster from {clusters}) to '{out}' (header)"
    )
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"peer": f"Splink {splink.__version__}", "seconds": round(seconds, 2), "peakMb": round(peak_mb)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
