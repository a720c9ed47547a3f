// Renders the model to docs/patient-access.png with the library a modeler draws it with.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const model = readFileSync(join(root, "bpmn/patient-access.bpmn"), "utf8");
const viewer = createRequire(import.meta.url).resolve("bpmn-js/dist/bpmn-viewer.production.min.js");
const margin = 20;
const { left, top, width, height } = extent(model);

const directory = mkdtempSync(join(tmpdir(), "picture-"));
try {
  const page = join(directory, "page.html");
  writeFileSync(page, html());
  execFileSync(process.env.CHROMIUM ?? "/usr/bin/chromium", [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--force-device-scale-factor=2", "--virtual-time-budget=10000",
    `--user-data-dir=${join(directory, "profile")}`,
    `--window-size=${width},${height}`,
    `--screenshot=${join(root, "docs/patient-access.png")}`,
    pathToFileURL(page).href,
  ], { stdio: "ignore" });
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** The rectangle around every shape and label, in the model's own units. */
function extent(xml) {
  const boxes = [...xml.matchAll(/<dc:Bounds x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)"/g)]
    .map(([, ...numbers]) => numbers.map(Number));
  const points = [...xml.matchAll(/<di:waypoint x="(\d+)" y="(\d+)"/g)]
    .map(([, x, y]) => [Number(x), Number(y), 0, 0]);
  const all = [...boxes, ...points];
  const left = Math.min(...all.map(([x]) => x)) - margin;
  const top = Math.min(...all.map(([, y]) => y)) - margin;
  return {
    left,
    top,
    width: Math.max(...all.map(([x, , w]) => x + w)) + margin - left,
    height: Math.max(...all.map(([, y, , h]) => y + h)) + margin - top,
  };
}

function html() {
  return `<!doctype html><meta charset="utf-8">
<style>body { margin: 0; background: white } #canvas { width: ${width}px; height: ${height}px }</style>
<div id="canvas"></div>
<script src="${pathToFileURL(viewer).href}"></script>
<script>
  const viewer = new BpmnJS({ container: "#canvas", bpmnRenderer: {}, textRenderer: { defaultStyle: { fontFamily: "sans-serif", fontSize: "13px" }, externalStyle: { fontSize: "12px" } } });
  viewer.importXML(${JSON.stringify(model).replaceAll("<", "\\u003c")})
    .then(() => viewer.get("canvas").viewbox(${JSON.stringify({ x: left, y: top, width, height })}));
</script>`;
}
