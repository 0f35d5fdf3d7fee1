// Imports in a kernel of the edition what the lessons import, and writes each module's compiled form, by path.
// node compile.mjs PYODIDE_MODULE FOLDER_OF_THE_KERNEL STATEMENTS OUTPUT PACKAGE…
import fs from "node:fs";
import { pathToFileURL } from "node:url";

// without it Node shows the line of the error, which is a megabyte long
process.on("uncaughtException", (error) => { console.error(error.message); process.exit(1); });
const [pyodideModule, folder, statements, output, ...packages] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(pyodideModule).href);
const python = await loadPyodide({ indexURL: folder, env: { LONGWAVE_HOME: "/tmp/longwave", HOME: "/home/pyodide" } });
const quiet = { messageCallback: () => {}, errorCallback: (message) => console.error(message) };
await python.loadPackage(packages, quiet);
python.globals.set("statements", fs.readFileSync(statements, "utf-8"));
const found = python.runPython(`
import base64, importlib.util, json, sys
import importlib._bootstrap_external as loader

for name in ("piplite", "ipykernel", "IPython", "comm", "jedi"):
    __import__(name)
exec(statements)
place = next(path for path in sys.path if path.endswith("site-packages")) + "/"
files = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
compiled = {}
for path in sorted(files):
    if path.startswith(place) and path.endswith(".py"):
        with open(path, "rb") as stream:
            source = stream.read()
        code = compile(source, path, "exec", dont_inherit=True)
        # the hash and not the date of the source: the source is unpacked anew at each start
        content = loader._code_to_hash_pyc(code, importlib.util.source_hash(source), False)
        compiled[path.removeprefix(place)] = base64.b64encode(content).decode()
json.dumps(compiled)
`);
fs.writeFileSync(output, found);
