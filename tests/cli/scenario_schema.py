#!/usr/bin/env python3
"""Scenario files that the program takes are as schemas/scenario.schema.json says, and of those that
it refuses for their form the schema complains too.

usage: scenario_schema.py CELLBOOK SCHEMA ERRORS_FOLDER FILE...
"""
import datetime
import json
import subprocess
import sys
import tomllib
from pathlib import Path

from table_schema import complaints

# What is wrong with these can be seen from the form alone, without knowing what words mean.
OF_FORM = ("scenario_key_unknown", "scenario_value_invalid", "scenario_unsupported")


def as_json(value):
    """What TOML says, in the types that a schema knows: dates as texts."""
    if isinstance(value, dict):
        return {key: as_json(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_json(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def fits(schema, file):
    return complaints(as_json(tomllib.loads(file.read_text(encoding="utf-8"))), schema, schema)


def main():
    cellbook, schema_file, errors, *files = map(Path, sys.argv[1:])
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    wrong = 0
    for file in files:
        done = subprocess.run([cellbook, "scenario", "validate", file], capture_output=True,
                              text=True, timeout=60)
        problems = fits(schema, file) + ([done.stderr] if done.returncode else [])
        for problem in problems:
            print(f"{file}: {problem}")
        wrong += bool(problems)
    refused = [file for code in OF_FORM for file in sorted((errors / code).glob("*.toml"))]
    for file in refused:
        if not fits(schema, file):
            print(f"{file}: the program refuses it, the schema does not")
            wrong += 1
    print(f"{len(files)} files taken, {len(refused)} refused, {wrong} wrong")
    return 1 if wrong or not files or len(refused) < 3 else 0


if __name__ == "__main__":
    sys.exit(main())
