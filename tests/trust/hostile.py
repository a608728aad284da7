#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Hands the program files and settings that want more than to be read, and watches it from outside:
no socket, no other program, nothing written, no other file's content, no signal, one sentence, within
a bound of time and of memory.

    tests/trust/hostile.py [--program build/ci/tools/mgz] [--record]

Needs strace and ogr2ogr.
"""

import argparse
import json
import os
import re
import resource
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

import record

SECRET = "treasure-8c1f"
SECONDS, BYTES = 120, 6 << 30
# What would matter if it were heeded.
ENVIRONMENT = {
    "OGR_SQLITE_LOAD_EXTENSIONS": "ENABLE_SQL_LOAD_EXTENSION", "PROJ_NETWORK": "ON",
    "ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW": "YES", "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "YES",
    "ALLOW_VIRTUAL_OGR_FROM_TRIGGER_AND_VIEW": "YES", "OGR_SQLITE_STATIC_VIRTUAL_OGR": "YES",
    "OGR_SQLITE_LIST_VIRTUAL_OGR": "YES", "CPL_DEBUG": "ON", "GDAL_SKIP": "CSV",
    "GDAL_DRIVER_PATH": "/nowhere", "OGR_DRIVER_PATH": "/nowhere", "SHAPE_RESTORE_SHX": "YES",
    "OGR_GEOJSON_MAX_OBJ_SIZE": "0", "GDAL_HTTP_PROXY": "example.org:1", "SPATIALITE_SECURITY": "relaxed"}
NAMES = ["/vsicurl/http://example.org/a.gpkg", "/vsizip/a.zip/a.shp", "/vsistdin/", "/vsimem/a.csv",
         "/vsisubfile/0_9,a.csv", "http://example.org/a.geojson", "PG:dbname=a", "WFS:http://example.org",
         "<OGRVRTDataSource/>", '{"type":"FeatureCollection","features":[]}', "/dev/zero", "/dev/stdin",
         "/proc/self/mem", "a.gpkg|x'; DROP TABLE y; --", "$(touch x)", "`touch x`", "a;touch x"]


def hostile_views(secret):
    calls = ["ogr_geocode('Utrecht')", "ogr_layer_Extent('areas')", "load_extension('/nowhere.so')",
             f"gdal_get_pixel_value('{secret}', 1, 'pixel', 0, 0)", "hstore_get_value('a=>b', 'a')",
             f"BlobFromFile('{secret}')", f"CountUnsafeTriggers()", "ST_MinX(geom)", "writefile('x', 'y')",
             f"ImportSHP('{secret}', 't', 'UTF-8')", "fts3_tokenizer('simple')"]
    for call in calls:
        yield f"a view that calls {call[:24]}", [f"CREATE VIEW leak AS SELECT 1 AS fid, {call} AS code, "
                                                 "'n' AS name FROM areas", LISTED]
    modules = [f"VirtualText('{secret}', 'UTF-8', 1, POINT, NONE, ',')", f"VirtualOGR('{secret}')",
               f"VirtualShape('{secret}', 'UTF-8', 28992)", f"VirtualDbf('{secret}', 'UTF-8')",
               f"VirtualXL('{secret}', 0, 1)", f"csv(filename='{secret}')", "fts4(code, name)",
               f"VirtualGeoJSON('{secret}', 4326)", "dbstat"]
    for module in modules:
        sql = f"CREATE VIRTUAL TABLE leak USING {module}".replace("'", "''")
        yield f"a virtual table, {module.split('(')[0]}", [
            "PRAGMA writable_schema = ON", "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) "
            f"VALUES ('table', 'leak', 'leak', 0, '{sql}')", LISTED]
    yield "a view of itself", ["PRAGMA writable_schema = ON", "INSERT INTO sqlite_master (type, name, "
                               "tbl_name, rootpage, sql) VALUES ('view', 'leak', 'leak', 0, 'CREATE VIEW "
                               "leak AS SELECT * FROM leak')", LISTED]
    yield "a view without end", ["CREATE VIEW leak AS WITH RECURSIVE c(fid) AS (SELECT 1 UNION ALL SELECT "
                                 "fid + 1 FROM c) SELECT fid, 'c' || fid AS code, 'n' AS name, "
                                 "hex(zeroblob(20000)) AS more FROM c", LISTED]


LISTED = ("INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('leak', 'attributes', "
          "'leak')")


class Campaign:
    def __init__(self, program):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="mgz-safety-")
        self.counts, self.faults = {}, []
        self.secret = self.write("secret.csv", f"code,name\n{SECRET},{SECRET}\n")

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, content):
        mode = "wb" if isinstance(content, bytes) else "w"
        with open(self.path(name), mode) as file:
            file.write(content)
        return self.path(name)

    def watch(self, kind, what, *words):
        """One command; everything that must not be is kept as a fault."""
        before = sorted(os.listdir(self.folder))
        trace = self.path("../" + os.path.basename(self.folder) + ".trace")

        def bounds():
            resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        env = {**os.environ, **ENVIRONMENT, "MGZ_DATA": record.ROOT}
        wrong = []
        try:
            done = subprocess.run(
                ["strace", "-f", "-qq", "-o", trace, "-e", "trace=execve,socket,connect,openat,unlink,"
                 "rename,truncate", self.program, *words], cwd=self.folder, capture_output=True,
                timeout=SECONDS, env=env, preexec_fn=bounds, stdin=subprocess.DEVNULL, check=False)
            said = done.stdout.decode(errors="replace") + done.stderr.decode(errors="replace")
            if done.returncode not in (0, 1, 2):
                wrong.append(f"status {done.returncode}")
            if done.returncode and not re.fullmatch(r"mgz: [^\n]+\n", done.stderr.decode(errors="replace")):
                wrong.append("no sentence: " + done.stderr.decode(errors="replace")[:200])
            if done.returncode == 1:
                wrong.append("taken for a failure of the machine: " + said[:200])
            if SECRET in said:
                wrong.append("the content of another file came out")
        except subprocess.TimeoutExpired:
            wrong.append(f"not done after {SECONDS} s")
        with open(trace, encoding="utf-8", errors="replace") as file:
            calls = file.read().splitlines()
        os.remove(trace)
        if sum("execve(" in call for call in calls) != 1:
            wrong.append("started a program")
        for call in calls:
            if re.search(r"\b(socket|connect)\(", call):
                wrong.append("used a socket: " + call)
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT|unlink|rename|truncate\(", call) \
                    and not re.search(r'"/dev/|"/proc/|"/sys/|\.part-\d+', call):
                wrong.append("wrote: " + call)
        if sorted(os.listdir(self.folder)) != before:
            wrong.append("left something behind")
        self.counts[kind] = self.counts.get(kind, 0) + 1
        for at in wrong[:3]:
            self.faults.append(f"{kind}, {what}: {at}")
            print("FAULT " + self.faults[-1], flush=True)

    def read_as_regions(self, kind, what, where):
        self.watch(kind, what, "check", "baseline", "--set", f"geography.regions={where}",
                   "--set", "geography.subregions=none")

    def databases(self):
        areas = self.path("areas.gpkg")
        subprocess.run(["ogr2ogr", "-f", "GPKG", "-nln", "areas", "-nlt", "MULTIPOLYGON", areas,
                        os.path.join(record.ROOT, "shapefiles", "regions.shp")], check=True)
        for what, statements in hostile_views(self.secret):
            path = self.path("hostile.gpkg")
            shutil.copy(areas, path)
            database = sqlite3.connect(path)
            for sql in statements:
                database.execute(sql)
            database.commit()
            database.close()
            for layer in ("areas", "leak"):
                self.read_as_regions("databases", what, f"{path}|{layer}")
            self.watch("databases", what, "check", "baseline", "--set", f"inputs.student_origins={path}|leak")
            os.remove(path)
        os.remove(areas)

    def disguises(self):
        contents = {
            "VRT": '<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>' + self.secret
                   + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
            "KML": '<kml xmlns="http://www.opengis.net/kml/2.2"><NetworkLink><Link><href>http://example.org/'
                   "</href></Link></NetworkLink></kml>",
            "XML": f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{self.secret}">]><a>&x;</a>',
            "WFS": "<OGRWFSDataSource><URL>http://example.org</URL></OGRWFSDataSource>",
            "ESRI JSON": '{"geometryType": "esriGeometryPoint", "exceededTransferLimit": true, "features": []}',
            "shell": "#!/bin/sh\ntouch x\n", "ELF": b"\x7fELF" + bytes(400),
            "ZIP": b"PK\x03\x04" + bytes(400), "PDF": b"%PDF-1.7\n" + bytes(400), "TIFF": b"II*\0" + bytes(400)}
        for kind, content in contents.items():
            for end in ("gpkg", "geojson", "json", "shp", "fgb", "csv", "shz", "vrt", "dbf"):
                path = self.write("disguised." + end, content)
                self.read_as_regions("disguises", f"{kind} as .{end}", path)
                os.remove(path)

    def names(self):
        for name in NAMES:
            self.read_as_regions("names", name, name)
            self.watch("names", name, "check", "baseline", "--set", f"inputs.employers={name}")
            self.watch("names", name, "data", "import", "regions", name, "-o", "x.gpkg")
            self.watch("names", name, "check", name)
            self.watch("names", name, "sweep", "plan", name, "-o", "plan")
            self.watch("names", name, "report", name, "-o", "x.html")
            self.watch("names", name, "export", name, "-o", "x.xlsx")

    def bombs(self):
        texts = {"lists": "a = " + "[" * 1000000, "tables": "a = " + "{b = " * 500000,
                 "parts of a key": "a" + ".a" * 1000000 + " = 1", "a header": "[a" + ".a" * 1000000 + "]",
                 "one text": 'title = "' + "x" * 7900000 + '"', "one key": "x" * 7900000 + " = 1",
                 "keys": "".join(f"k{i} = 1\n" for i in range(400000)),
                 "interventions": '[[interventions]]\ninitiative = "anw_pool"\nfrom = 2025\n' * 100000,
                 "codes": '[[interventions]]\ninitiative = "anw_pool"\nfrom = 2025\nwhere = ['
                          + '"ZK01",' * 900000 + "]\n",
                 "a series": "[training.so]\nplaces = [" + "[2003, 1]," * 700000 + "]\n"}
        for what, text in texts.items():
            path = self.write("bomb.toml", text)
            self.watch("bombs", "TOML of many " + what, "check", path)
            self.watch("bombs", "TOML of many " + what, "sweep", "plan", path, "-o", "plan")
            os.remove(path)
        files = {"columns.csv": ",".join(f"c{i}" for i in range(1000000)) + "\n",
                 "line.csv": "code,name\n" + "x" * 50000000 + ",n\n", "quote.csv": 'code,name\n"' + "x\n" * 9000000,
                 "deep.geojson": '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
                                 '"geometry":{"type":"Polygon","coordinates":' + "[" * 3000000,
                 "collection.geojson": '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},'
                                       '"geometry":' + '{"type":"GeometryCollection","geometries":[' * 200000,
                 "far.csv": "code,name,pop_0_19,pop_20_64,pop_65_74,pop_75_84,pop_85p,x_rd,y_rd\n"
                            "A,A,1e300,1,1,1,1,1e300,-1e300\n",
                 "claims.shp": struct.pack(">7i", 9994, 0, 0, 0, 0, 0, 0x7fffffff) + struct.pack("<2i8d", 1000, 5, *[0.] * 8)
                               + struct.pack(">2i", 1, 0x3ffffff0) + struct.pack("<i4d2i", 5, 0., 0., 1., 1., 0x7fffffff, 0x7fffffff),
                 "claims.fgb": b"fgb\x03fgb\x00" + struct.pack("<I", 0x7fffffff) + bytes(64)}
        for name, content in files.items():
            path = self.write(name, content)
            self.read_as_regions("bombs", name, path)
            self.watch("bombs", name, "check", "baseline", "--set", f"geography.settlements={path}")
            os.remove(path)
        for name in ("hole.csv", "hole.toml", "hole.geojson", "hole.gpkg", "hole.shp"):
            path = self.write(name, "code,name\n" if name == "hole.csv" else "")
            os.truncate(path, 1 << 40)
            self.read_as_regions("bombs", name, path)
            self.watch("bombs", name, "check", path)
            os.remove(path)
        os.mkdir(self.path("run"))
        for what, text in {"lists": "[" * 5000000, "objects": '{"a":' * 2000000, "nothing": "{}",
                           "numbers": '{"format":"mgz manifest","format_version":1e999}'}.items():
            path = self.write("run/manifest.json", text)
            for words in (("report", "run", "-o", "x.html"), ("explain", "run", "--region", "ZK01", "--from",
                          "2003", "--to", "2004"), ("map", "run", "-o", "x.svg")):
                self.watch("bombs", f"manifest of {what}", *words)
            os.rename(path, self.path("run/plan.json"))
            self.watch("bombs", f"plan of {what}", "sweep", "status", "run")
            os.remove(self.path("run/plan.json"))
        os.rmdir(self.path("run"))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--program", default=os.path.join(record.ROOT, "build/ci/tools/mgz"))
    parser.add_argument("--only", nargs="*", default=["databases", "disguises", "names", "bombs"])
    parser.add_argument("--record", action="store_true", help="keep the figures")
    arguments = parser.parse_args()
    campaign = Campaign(arguments.program)
    try:
        for part in arguments.only:
            getattr(campaign, part)()
            print(f"{part}: {campaign.counts[part]} commands", flush=True)
    finally:
        shutil.rmtree(campaign.folder, ignore_errors=True)
    print(json.dumps(campaign.counts))
    if campaign.faults:
        sys.exit(1)
    if arguments.record:
        outcome = ("no socket, no program, nothing written, no content of another file; each ended with a "
                   f"sentence within {SECONDS} s and {BYTES >> 30} GiB")
        what = {"databases": "GeoPackages with hostile tables and views",
                "disguises": "other formats behind allowed extensions",
                "names": "names that are addresses, devices or commands",
                "bombs": "files too large, too deep or lying about their size"}
        record.keep("hostile", "Hostile files and names",
                    [record.line(what[part], f"{campaign.counts[part]} commands", outcome,
                                 f"tests/trust/hostile.py --only {part}") for part in arguments.only])


if __name__ == "__main__":
    main()
