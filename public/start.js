// Starts the page as one file: its program, styles and scripts stand packed in it. Its policy names the one script and the one sheet by
// their hashes, so that nothing else can come out of the pack.
try {
  const whole = document.getElementById("visavis-program");
  const lengths = whole.dataset.lengths.split(" ").map(Number);
  const bytes = new Uint8Array(window.visavisUnpack(whole.textContent, lengths.reduce((sum, length) => sum + length)));
  whole.remove();
  let end = 0;
  const [styles, code, ...streams] = lengths.map((length) => bytes.subarray(end, (end += length)));
  // weave.js, which stands in the code, makes the program of these.
  window.visavisProgram = { place: +whole.dataset.place, streams };
  const text = (part) => new TextDecoder().decode(part);
  const sheet = document.createElement("style");
  sheet.textContent = text(styles);
  document.head.append(sheet);
  const policy = window.trustedTypes?.createPolicy("visavis-start", { createScript: (code) => code });
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = policy ? policy.createScript(text(code)) : text(code);
  document.body.append(script);
} catch (error) {
  document.getElementById("boot-waiting").remove();
  document.getElementById("boot-failure").hidden = false;
  document.getElementById("boot-reason").textContent = String(error);
}
