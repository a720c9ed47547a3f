// Tests the TypeScript, then bundles each page's script and the one sheet of all pages.
// `node build.mjs vectors` writes the file of envelopes that Java opens in its tests,
// `node build.mjs watch` bundles again whenever a script or a sheet changes.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { build, context } from 'esbuild';

const PAGES = ['enrol', 'fingerprint', 'login', 'monitor', 'monitor-diagram', 'my', 'restore', 'tasks'];
const WORKERS = ['src/record/opening-worker.ts'];
const OUT = '../../../target/classes/static/app';
const TESTS = '../../../target/frontend-tests';

const forNode = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  outdir: TESTS,
  outExtension: { '.js': '.mjs' },
  sourcemap: 'inline',
  logLevel: 'warning',
};

if (process.argv[2] === 'vectors') {
  await build({ ...forNode, entryPoints: ['test/write-vectors.ts'] });
  run(`${TESTS}/write-vectors.mjs`);
} else if (process.argv[2] === 'watch') {
  await (await context({ ...pages(), logLevel: 'info' })).watch();
} else {
  await test();
  await harness();
  await bundle();
}

async function test() {
  const tests = readdirSync('test').filter((name) => name.endsWith('.test.ts'));
  await build({ ...forNode, entryPoints: tests.map((name) => `test/${name}`) });
  report('--test', '--test-reporter=spec', ...tests.map((name) => `${TESTS}/${name.replace('.ts', '.mjs')}`));
}

// What the Java tests load into a real browser.
async function harness() {
  await build({
    entryPoints: ['test/browser/harness.ts', ...WORKERS],
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: TESTS,
    logLevel: 'warning',
  });
}

function pages() {
  return {
    entryPoints: [...PAGES.map((name) => `src/${name}.ts`), ...WORKERS, 'styles/vestibule.css'],
    entryNames: '[name]',
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    sourcemap: true,
    outdir: OUT,
    logLevel: 'warning',
  };
}

async function bundle() {
  await build(pages());
  copyFileSync('styles/icon.svg', `${OUT}/icon.svg`);
}

/** Says how many tests passed; everything they had to say only when one did not. */
function report(...args) {
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) {
    process.stderr.write(stdout);
    process.exit(status ?? 1);
  }
  console.log(`Frontend tests passed: ${/\bpass (\d+)/.exec(stdout)?.[1]}`);
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}
