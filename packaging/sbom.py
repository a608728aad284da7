#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The parts list of a built mgz, as SPDX 2.3: what it was really compiled and linked with.

    packaging/sbom.py build/release/tools/mgz -o mgz.spdx.json

Linked libraries are those that the program names (readelf), headers those that its objects were
compiled from (ninja), and dpkg says which packages they belong to. What report.html bundles stands in
report/package-lock.json. A licence is what the package itself declares for all its files, and
NOASSERTION where that is not one plain statement. The date is SOURCE_DATE_EPOCH; the same build gives
the same bytes.
"""

import argparse
import datetime
import hashlib
import json
import os
import re
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Names of licences in Debian's copyright files -> in SPDX.
SPDX_LICENCE = {
    "expat": "MIT", "mit": "MIT", "mit/x11": "MIT", "zlib": "Zlib", "zlib/libpng": "Zlib",
    "bsd-2-clause": "BSD-2-Clause", "bsd-3-clause": "BSD-3-Clause", "bsl-1.0": "BSL-1.0",
    "boost-1.0": "BSL-1.0", "apache-2.0": "Apache-2.0", "mpl-2": "MPL-2.0",
    "mpl-2.0": "MPL-2.0",
    "lgpl-2": "LGPL-2.0-only", "lgpl-2+": "LGPL-2.0-or-later", "lgpl-2.0+": "LGPL-2.0-or-later",
    "lgpl-2.1": "LGPL-2.1-only", "lgpl-2.1+": "LGPL-2.1-or-later",
}


def output(*words):
    """What a command prints; a failure is ours."""
    return subprocess.run(words, capture_output=True, text=True, check=True,
                          env={**os.environ, "LC_ALL": "C"}).stdout


def owners(paths):
    """File -> the package it belongs to. Where /lib is a link to /usr/lib, dpkg knows one of both."""
    asked = {}
    for path in paths:
        for name in (path, os.path.realpath(path)):
            for one in (name, name.removeprefix("/usr"), "/usr" + name):
                asked.setdefault(one, path)
    known = subprocess.run(["dpkg-query", "-S", *asked], capture_output=True, text=True, check=False,
                           env={**os.environ, "LC_ALL": "C"}).stdout
    found = {}
    for line in known.splitlines():
        packages, path = line.split(": ", 1)
        if path in asked and not line.startswith("diversion"):
            found[asked[path]] = packages.split(", ")[0]
    return found


def linked(program):
    """Paths of the libraries that the program names itself, and of all that come with them."""
    named = set(re.findall(r"\(NEEDED\).*\[(.*)\]", output("readelf", "-d", program)))
    found = dict(re.findall(r"^\s*(\S+) => (/\S+)", output("ldd", program), re.MULTILINE))
    return {found[name] for name in named}, set(found.values())


def headers(program):
    """Headers of the system that the objects of the program were compiled from."""
    build = os.path.dirname(os.path.dirname(os.path.abspath(program)))
    found, ours = set(), False
    for line in output("ninja", "-C", build, "-t", "deps").splitlines():
        if line.startswith("    "):
            path = os.path.normpath(line.strip())
            if ours and path.startswith("/usr/"):
                found.add(path)
        elif line:
            ours = line.startswith(("geo/", "sim/", "tools/"))
    if not found:
        raise SystemExit(f"{build}: ninja knows no headers of a build; build mgz there with Ninja")
    return found


def licence(package):
    """The licence that the package's copyright file states for 'Files: *', if it is one we know."""
    path = f"/usr/share/doc/{package.split(':')[0]}/copyright"
    try:
        with open(path, encoding="utf-8") as file:
            stanzas = re.split(r"\n\s*\n", file.read())
    except (OSError, UnicodeDecodeError):
        return "NOASSERTION"
    for stanza in stanzas:
        if re.search(r"^Files: *\n? *\*$", stanza, re.MULTILINE):
            named = re.search(r"^License: *(.+)$", stanza, re.MULTILINE)
            return SPDX_LICENCE.get(named[1].strip().lower(), "NOASSERTION") if named \
                else "NOASSERTION"
    return "NOASSERTION"


def spdx_id(kind, name):
    return f"SPDXRef-{kind}-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def part(ref, name, version, declared, purl=None, **more):
    made = {"SPDXID": ref, "name": name, "versionInfo": version,
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
            "licenseConcluded": "NOASSERTION", "licenseDeclared": declared,
            "copyrightText": "NOASSERTION", **more}
    if purl:
        made["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                                 "referenceLocator": purl}]
    return made


def system_parts(program):
    """Packages of the system with how the program depends on each, in order of name."""
    direct, closure = linked(program)
    used = headers(program)
    package_of = owners(closure | used)
    unowned = sorted((direct | used) - set(package_of))
    if unowned:
        raise SystemExit(f"{unowned[0]}: belongs to no package, so nothing can be said of its origin")

    facts = {}
    fields = "${binary:Package}\t${source:Package}\t${Version}\t${Architecture}\n"
    for line in output("dpkg-query", "-W", "-f", fields, *sorted(set(package_of.values()))).split("\n"):
        if line:
            name, source, version, architecture = line.split("\t")
            facts[name] = (source, version, architecture)
    with open("/etc/os-release", encoding="utf-8") as file:
        system = dict(re.findall(r'^(\w+)="?(.*?)"?$', file.read(), re.MULTILINE))

    libraries = {package_of[path] for path in closure if path in package_of}
    sources = {facts[name][0] for name in libraries}
    for name in sorted({package_of[path] for path in direct | used}):
        source, version, architecture = facts[name]
        if name in {package_of[path] for path in direct}:
            how = "DYNAMIC_LINK"
        elif source in sources or source == "linux":
            how = "BUILD_DEPENDENCY_OF"  # headers of a library that is loaded, or of the kernel
        else:
            how = "STATIC_LINK"  # nothing but headers: its code is in the program
        bare = name.split(":")[0]
        yield how, part(
            spdx_id("deb", bare), bare, version, licence(bare),
            f"pkg:deb/{system['ID']}/{bare}@{version.replace('+', '%2B').replace(':', '%3A')}"
            f"?arch={architecture}&distro={system.get('VERSION_CODENAME', '')}",
            supplier=f"Organization: {system['ID'].capitalize()}",
            sourceInfo=f"built from the source package {source}")


def page_parts():
    """What report.html bundles."""
    with open(os.path.join(ROOT, "report", "package-lock.json"), encoding="utf-8") as file:
        packages = json.load(file)["packages"]
    for path, found in sorted(packages.items()):
        if path and not found.get("dev"):
            name = path.rsplit("node_modules/", 1)[1]
            yield "CONTAINS", part(spdx_id("npm", name), name, found["version"],
                                   found.get("license", "NOASSERTION"),
                                   f"pkg:npm/{name}@{found['version']}",
                                   comment="Bundled in report.html")


def document(program):
    version, revision = re.match(r"mgz (\S+) \(git (\S+)\)", output(program, "--version")).groups()
    when = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")),
                                           datetime.timezone.utc)
    packages = [part("SPDXRef-mgz", "mgz", version, "EUPL-1.2", sourceInfo=f"git {revision}",
                     supplier="Organization: The mgz authors", primaryPackagePurpose="APPLICATION")]
    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", "SPDXRef-mgz")]
    for how, made in [*system_parts(program), *page_parts()]:
        packages.append(made)
        ends = ("SPDXRef-mgz", made["SPDXID"])
        relations.append((ends[1], how, ends[0]) if how.endswith("_OF") else (ends[0], how, ends[1]))
    relationships = [{"spdxElementId": one, "relationshipType": how, "relatedSpdxElement": other}
                     for one, how, other in relations]
    print_of_all = hashlib.sha256(json.dumps([packages, relationships]).encode()).hexdigest()
    return {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
            "name": f"mgz-{version}",
            "documentNamespace": f"https://spdx.org/spdxdocs/mgz-{version}-{print_of_all}",
            "creationInfo": {"created": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
                             "creators": ["Organization: The mgz authors", f"Tool: mgz-sbom-{version}"]},
            "packages": packages, "relationships": relationships}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("program")
    parser.add_argument("-o", "--output", required=True, metavar="FILE")
    arguments = parser.parse_args()
    made = document(os.path.abspath(arguments.program))
    with open(arguments.output, "w", encoding="utf-8") as file:
        json.dump(made, file, indent=1)
        file.write("\n")


if __name__ == "__main__":
    main()
