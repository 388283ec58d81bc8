export default function (config) {
  config.addPassthroughCopy({ static: "." });
  return { dir: { input: "src", output: "site" } };
}
