// Draws labels with zpl-renderer-js: node render.cjs MODULE FOLDER WIDTH HEIGHT (millimetres); a file NUMBER-DOTS.zpl, of DOTS a
// millimetre, becomes NUMBER-DOTS.png.
const fs = require("node:fs");
const path = require("node:path");
const [module_, folder, width, height] = process.argv.slice(2);

async function main() {
  const { api } = await require(path.resolve(module_)).ready;
  for (const name of fs.readdirSync(folder).filter((each) => each.endsWith(".zpl"))) {
    const dots = Number(name.replace(/^.*-/, "").replace(".zpl", ""));
    const zpl = fs.readFileSync(path.join(folder, name), "utf8");
    const png = await api.zplToBase64Async(zpl, Number(width), Number(height), dots);
    fs.writeFileSync(path.join(folder, name.replace(".zpl", ".png")), Buffer.from(png, "base64"));
  }
}

main().then(
  () => process.exit(0),
  (why) => {
    console.error(why);
    process.exit(1);
  },
);
