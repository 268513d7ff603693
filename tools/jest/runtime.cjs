// Jest's own runtime, but that a worker keeps for all test files that run in it what costs much and is the same for each.
const { readFileSync } = require('node:fs');
const { Module } = require('node:module');
const path = require('node:path');
const { compileFunction } = require('node:vm');
const { default: Runtime } = require('jest-runtime');
const { process: transform } = require('../jest-esbuild.cjs');

/**
 * Packages that keep nothing of who uses them: loaded once a worker. A test that mocks one gets its mock. The CDK is not
 * among them: it numbers its tokens on the global object, and what it makes is ordered by them.
 */
const SHARED =
  /^(@aws-sdk|@smithy|aws-sdk-client-mock|chrono-node|croner|csv-parse|dynalite|esbuild|fast-check|jsonata|libphonenumber-js|zod)(\/|$)/;

/** Our own module that holds what bundles of functions were compiled to; it imports nothing of ours. */
const KEPT = path.join(__dirname, '../../local-cloud/lambda/bundle-script.ts');

let kept;
function keptModule() {
  if (kept === undefined) {
    kept = new Module(KEPT);
    kept.filename = KEPT;
    kept.paths = Module._nodeModulePaths(path.dirname(KEPT));
    kept._compile(transform(readFileSync(KEPT, 'utf8'), KEPT).code, KEPT);
  }
  return kept.exports;
}

/** Mocks of AWS's clients stand on classes that the next file shares. */
function dropMocks() {
  const mock = require.cache[require.resolve('aws-sdk-client-mock')];
  if (mock !== undefined) mock.require('sinon').restore();
}

/** What each file was compiled to, with the code that it was compiled from. */
const compiled = new Map();

module.exports = class WorkerRuntime extends Runtime {
  constructor(...given) {
    super(...given);
    const { executor } = this;
    executor.compile = (code, filename) => {
      const known = compiled.get(filename);
      if (known?.code === code) return known.module;
      const module = compileFunction(code, executor.injectedModuleParameters, { filename });
      compiled.set(filename, { code, module });
      return module;
    };
  }

  requireModule(from, name, options, isActual) {
    // The test file itself is required by its path alone.
    if (options?.isInternalModule || name === undefined)
      return super.requireModule(from, name, options, isActual);
    if (SHARED.test(name)) return require(this._resolution.resolveCjs(from, name));
    if (name.endsWith('/bundle-script.js')) return keptModule();
    return super.requireModule(from, name, options, isActual);
  }

  teardown() {
    super.teardown();
    dropMocks();
  }
};
module.exports.default = module.exports;
