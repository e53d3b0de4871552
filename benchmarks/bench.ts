/** Every benchmark, one after the other; each prints its figures. `npm run bench`, or `npm run bench -- lab` for one of them. */
const benchmarks = ['lab', 'engine', 'pages'];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benchmarks.includes(name));
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(' or ')}. There are: ${benchmarks.join(', ')}.`);
  process.exit(1);
}
for (const name of asked.length > 0 ? asked : benchmarks) {
  console.log(`\n— ${name}`);
  await import(`./${name}.ts`);
}

export {};
