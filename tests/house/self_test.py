#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The checks of the house find what they look for: each meets a tree with one planted fault, and a
clean tree it must pass. Run as: self_test.py ROOT_OF_THE_TREE (for shapefiles/source).
"""

import os
import shutil
import subprocess
import sys
import tempfile

import house

HERE = os.path.dirname(os.path.abspath(__file__))
SPDX = "// SPDX-License-Identifier: EUPL-1.2\n"
SHELL = "#!/usr/bin/env bash\n# SPDX-License-Identifier: EUPL-1.2\n"
# In two parts, so that this file passes the check that it tests.
SOMEWHERE = "/ho" + "me/someone/"
REGISTRY = "https" + "://registry.example.org/"

CLEAN = {
    "geo/point.h": SPDX + '#include <vector>\n\n#include "geo/check.h"\n',
    "geo/check.h": SPDX,
    "geo/io/layer.cpp": SPDX + '#include <gdal_priv.h>\n\n#include "geo/point.h"\n',
    "sim/core/id.h": SPDX + "// Goes well. The best of them, overbest, kept apart.\n",
    "sim/scenario/read.cpp": SPDX + "#include <fstream>\n#include <toml++/toml.h>\n",
    "sim/world/world.h": SPDX + '#include "geo/point.h"\n#include "sim/core/id.h"\n',
    "sim/study/plan.cpp": SPDX + '#include "sim/score/shortage.h"\n',
    "sim/study/sobol.cpp": SPDX + "#include <boost/random/sobol.hpp>\n",
    "sim/score/shortage.h": SPDX,
    "sim/output/maps.cpp": SPDX + '#include "geo/io/layer.h"\n#include "sim/study/plan.h"\n',
    "tools/main.cpp": SPDX + '#include <CLI/CLI.hpp>\n\n#include "sim/study/plan.h"\n',
    "tools/run.sh": SHELL + "cd \"$(mktemp -d)\"\n",
    "tests/geo/test.cpp": SPDX + '#include <geos_c.h>\n\n#include "tests/support/catch.h"\n',
}

# Check, file, its planted content, a part of the complaint.
FAULTS = [
    ("layers", "geo/up.h", '#include "sim/core/id.h"', "may include only geo"),
    ("layers", "geo/up.h", '#include "geo/io/layer.h"', "may include only geo"),
    ("layers", "geo/gdal.cpp", "#include <ogr_spatialref.h>", "one door"),
    ("layers", "geo/file.cpp", "# include <filesystem>", "open no file"),
    ("layers", "geo/io/up.cpp", '#include "sim/core/id.h"', "may include only"),
    ("layers", "sim/core/up.h", '  #include "sim/scenario/scenario.h"', "may include only"),
    ("layers", "sim/world/geos.cpp", "#include <geos_c.h>", "one door"),
    ("layers", "sim/model/up.h", '#include "sim/score/shortage.h"', "may include only"),
    ("layers", "sim/model/io.h", '#include "geo/io/layer.h"', "may include only"),
    ("layers", "sim/model/print.cpp", "#include <iostream>", "print nothing"),
    ("layers", "sim/study/points.cpp", "#include <boost/random/sobol.hpp>", "one door"),
    ("layers", "sim/study/io.cpp", '#include "geo/io/layer.h"', "may include only"),
    ("layers", "sim/input/up.cpp", '#include "tools/command.h"', "may include only"),
    ("layers", "sim/extra/new.cpp", "", "no place in the order"),
    ("layers", "sim/world/toml.cpp", "#include <toml++/toml.h>", "one reader"),
    ("layers", "sim/scenario/second.cpp", "#include <toml++/toml.h>", "more than one file"),
    ("layers", "tools/show_map.cpp", "#include <CLI/CLI.hpp>", "9 s per file"),
    ("layers", "tools/map.cpp", '#include "tests/support/catch.h"', "no program depends"),
    ("layers", "sim/model/log.cpp", "#include <spdlog/spdlog.h>", "set up in tools"),
    ("layers", "sim/world/near.h", '#include "world.h"', "from the root"),
    ("layers", "sim/CMakeLists.txt", "target_link_libraries(mgz_model PUBLIC geo geo_io)", "links"),
    ("names", "sim/model/place.cpp", 'if (name == "Twente")', "'Twente'"),
    ("names", "sim/model/place.cpp", "// as around Ede", "'Ede'"),
    ("names", "geo/place.h", "double amsterdam_share;", "'amsterdam'"),
    ("names", "sim/model/place.cpp", '"Best"', "'Best'"),
    ("names", "sim/model/place.cpp", "// 's-Gravenhage", "'s-Gravenhage"),
    ("names", "sim/input/place.cpp", '"ZK08"', "'ZK08'"),
    ("names", "sim/input/place.cpp", "// ZK08-2 only", "'ZK08-2'"),
    ("names", "geo/io/place.cpp", 'code == "GM0363"', "'GM0363'"),
    ("names", "sim/output/readme.txt", "Zuid-Holland", "'Zuid-Holland'"),
    ("files", "geo/bare.cpp", None, "no licence line"),
    ("files", "cmake/more.cmake", "\n\n\n\n\n# SPDX-License-Identifier: EUPL-1.2", "no licence"),
    ("files", "docs/a.md", "see " + SOMEWHERE + "notes", "path of one"),
    ("files", "package-lock.json", '"resolved": "' + REGISTRY + 'x.tgz"', "package registry"),
    ("files", "tools/broken.sh", "#SCRIPT#if true; then", "syntax error"),
    ("files", "tools/plain.sh", "#SCRIPT-not-executable#", "not executable"),
    ("files", "tests/geo/cut.cpp", 'TEST_' + 'CASE("one thing; another")', "semicolon"),
    ("format", "geo/ugly.cpp", "int  f( ) {return 1;}", "clang-format"),
]


def write(root, path, content, executable=False):
    target = os.path.join(root, path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(content)
    os.chmod(target, 0o755 if executable else 0o644)


def plant(root, path, fault):
    """Writes the fault with everything else about the file in order."""
    if fault is None:
        write(root, path, "int x;\n")
    elif fault.startswith("#SCRIPT"):
        write(root, path, SHELL + fault.split("#")[2] + "\n", fault.startswith("#SCRIPT#"))
    elif path.endswith((".h", ".cpp")):
        write(root, path, SPDX + fault + "\n")
    elif path.endswith("CMakeLists.txt"):
        write(root, path, "# SPDX-License-Identifier: EUPL-1.2\n" + fault + "\n")
    else:
        write(root, path, fault + "\n")


def run(check, root):
    result = subprocess.run([sys.executable, os.path.join(HERE, f"check_{check}.py"), root],
                            capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def main():
    source = os.path.join(house.root_argument(), "shapefiles/source")
    failures = []
    skipped = set()
    with tempfile.TemporaryDirectory() as top:
        root = os.path.join(top, "a tree")
        shutil.copytree(source, os.path.join(root, "shapefiles/source"))
        for path, content in CLEAN.items():
            write(root, path, content, path.endswith(".sh"))
        for check in ("layers", "names", "files", "format"):
            status, output = run(check, root)
            if status == 77:
                skipped.add(check)
            elif status != 0:
                failures.append(f"{check} refuses a clean tree: {output}")
        for check, path, fault, complaint in FAULTS:
            if check in skipped:
                continue
            plant(root, path, fault)
            status, output = run(check, root)
            if status != 1 or complaint not in output or path not in output:
                failures.append(f"{check} misses '{fault}' in {path}: status {status}, {output}")
            os.remove(os.path.join(root, path))
        empty = os.path.join(top, "empty")
        shutil.copytree(source, os.path.join(empty, "shapefiles/source"))
        for check in ("layers", "names"):
            if run(check, empty)[0] != 1:
                failures.append(f"{check} passes a tree without sources")
    print(f"{len(FAULTS)} planted faults; not checked here: {', '.join(skipped) or 'none'}")
    for failure in failures:
        print(failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
