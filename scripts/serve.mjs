// Serves dist on this machine only, with the headers of dist/_headers and the .br files where they exist.
//   node scripts/serve.mjs [folder] [port]        or        import { serve } from "…/scripts/serve.mjs"
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".txt": "text/plain; charset=utf-8",
};

const isFile = (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

function readRules(folder) {
  const path = join(folder, "_headers");
  const rules = [];
  for (const line of isFile(path) ? readFileSync(path, "utf8").split("\n") : []) {
    if (/^\S/.test(line)) rules.push({ path: line.trim(), headers: [] });
    const header = /^\s+([\w-]+):\s*(.+)$/.exec(line);
    if (!header) continue;
    const [, name, value] = header;
    // There is no https on this machine, and some browsers would turn to it.
    if (name === "Strict-Transport-Security") continue;
    rules.at(-1).headers.push([name, value.replace(/;\s*upgrade-insecure-requests/, "")]);
  }
  return (address) =>
    rules
      .filter((rule) => rule.path === address || (rule.path.endsWith("*") && address.startsWith(rule.path.slice(0, -1))))
      .flatMap((rule) => rule.headers);
}

/** Starts the server; port 0 takes any free one. `heard` is told every request. Gives back `{ url, close }`. */
export async function serve(folder = "dist", port = 0, heard = () => {}) {
  const root = resolve(folder);
  if (!isFile(join(root, "index.html"))) throw new Error(`${root} has no index.html: run \`make build\` first`);
  const rules = readRules(root);

  const server = createServer((request, response) => {
    const answer = (status, headers = {}, body = "") => {
      response.writeHead(status, headers);
      response.end(request.method === "HEAD" ? undefined : body);
    };
    heard(request);
    if (!["GET", "HEAD"].includes(request.method)) return answer(405);
    let address;
    try {
      address = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    } catch {
      return answer(400);
    }
    for (const [name, value] of rules(address)) response.setHeader(name, value);
    const path = join(root, address.endsWith("/") ? `${address}index.html` : address);
    const hidden = address === "/_headers" || address.includes("\0");
    if (hidden || !path.startsWith(root + sep) || !isFile(path)) {
      return answer(404, { "Content-Type": "text/plain", "Cache-Control": "no-cache" }, "Not found\n");
    }
    const headers = { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream", Vary: "Accept-Encoding" };
    const packed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && isFile(`${path}.br`);
    if (packed) headers["Content-Encoding"] = "br";
    const body = readFileSync(packed ? `${path}.br` : path);
    headers["Content-Length"] = body.length;
    answer(200, headers, body);
  });

  await new Promise((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder = "dist", wanted = "8080"] = process.argv.slice(2);
  for (let port = Number(wanted); ; port += 1) {
    try {
      const { url } = await serve(folder, port);
      console.log(`Skillstead is at ${url} (stop with Ctrl+C)`);
      break;
    } catch (error) {
      if (error.code === "EADDRINUSE" && port < Number(wanted) + 20) continue;
      console.error(`serve: ${error.message}`);
      process.exit(1);
    }
  }
}
