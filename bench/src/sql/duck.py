"""Answers a question about a Parquet file with DuckDB: rows as CSV, then the seconds of processor time that it took."""

import resource
import sys

import duckdb


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


sql, parquet = sys.argv[1:]
before = cpu()
connection = duckdb.connect()
connection.execute("SET threads = 1")
connection.execute(f"CREATE VIEW frames AS SELECT * FROM read_parquet('{parquet}')")
rows = connection.execute(sql).fetchall()
took = cpu() - before
for row in rows:
    print(",".join("" if value is None else str(value) for value in row))
print(took)
