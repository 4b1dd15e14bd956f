#!/usr/bin/env python3
"""The list of parts (SBOM, CycloneDX 1.5 JSON) of a kit folder: parts.py FOLDER VERSION.

Names what the program's own dependency list and the packages' indexes say; nothing is looked up anywhere.
"""
import base64
import json
import re
import sys
from pathlib import Path

kit, version = Path(sys.argv[1]), sys.argv[2]


def licence(package: str, number: str) -> list:
    """What the package says of its licence, from the copy that the build used."""
    for nuspec in (Path.home() / ".nuget/packages" / package.lower() / number).glob("*.nuspec"):
        text = nuspec.read_text(encoding="utf-8", errors="replace")
        if found := re.search(r'<license type="expression">([^<]+)<', text):
            return [{"expression": found[1]}]
        if found := re.search(r"<licenseUrl>([^<]+)<", text):
            return [{"license": {"url": found[1]}}]
    return []


def libraries():
    """NuGet packages and the runtime, from what the program is started with."""
    seen = set()
    for file in sorted((kit / "program").glob("*.deps.json")):
        for key, about in json.loads(file.read_text(encoding="utf-8"))["libraries"].items():
            name, number = key.split("/")
            if key in seen or about["type"] == "project":
                continue
            seen.add(key)
            name = name.removeprefix("runtimepack.")
            part = {"type": "library", "name": name, "version": number, "purl": f"pkg:nuget/{name}@{number}"}
            if about.get("sha512"):
                part["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(about["sha512"].removeprefix("sha512-")).hex()}]
            if found := licence(name, number):
                part["licenses"] = found
            yield part


def packages():
    """Debian packages that the kit carries."""
    for entry in (kit / "packages/Packages").read_text(encoding="utf-8").strip().split("\n\n"):
        field = dict(re.findall(r"^(Package|Version|Architecture|SHA256): (.+)$", entry, re.M))
        name, number = field["Package"], field["Version"]
        yield {
            "type": "application",
            "name": name,
            "version": number,
            "purl": f"pkg:deb/debian/{name}@{number}?arch={field['Architecture']}",
            "hashes": [{"alg": "SHA-256", "content": field["SHA256"]}],
        }


json.dump(
    {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "yakuba", "version": version, "licenses": [{"expression": "Apache-2.0"}]}},
        "components": [
            *libraries(),
            {"type": "data", "name": "mecab-ipadic", "version": "2.7.0-20070801", "licenses": [{"license": {"name": "NAIST licence (see program/dictionary/LICENCE)"}}]},
            *packages(),
        ],
    },
    sys.stdout,
    ensure_ascii=False,
    indent=1,
)
