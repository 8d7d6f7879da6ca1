// Writes the JSON texts of its input as documented for signatures: with the members of
// every object sorted, by JSON.stringify. Input and output are lines in base64; the line
// of a text that is not JSON is empty.
const sort = (v) => {
  if (Array.isArray(v)) return v.map(sort);
  if (v === null || typeof v !== "object") return v;
  const out = {};
  for (const k of Object.keys(v).sort())
    Object.defineProperty(out, k, { value: sort(v[k]), enumerable: true });
  return out;
};
require("readline")
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    let out = "";
    try {
      out = JSON.stringify(sort(JSON.parse(Buffer.from(line, "base64").toString("utf8"))));
    } catch {}
    console.log(Buffer.from(out).toString("base64"));
  });
