// Test files run in the worker's own realm, one after the other, instead of each in a context of its own. In such a context
// every look at a global, `Object` or `JSON` too, goes through a proxy, nothing that was compiled for one file can be used
// by the next, and no package can be shared. What a file changed of the global object and of the process is put back.
const { ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

/** Answers a function that puts back what an object has now: what was added goes, what was changed is as it was. */
function keeping(object) {
  const before = Object.getOwnPropertyDescriptors(object);
  return () => {
    for (const key of Reflect.ownKeys(object)) {
      const { configurable } = Object.getOwnPropertyDescriptor(object, key);
      if (configurable && !Object.hasOwn(before, key)) delete object[key];
    }
    for (const key of Reflect.ownKeys(before)) {
      const now = Object.getOwnPropertyDescriptor(object, key);
      const then = before[key];
      const same =
        now !== undefined && now.value === then.value && now.get === then.get && now.set === then.set;
      if (!same && (now === undefined || now.configurable)) Object.defineProperty(object, key, then);
      else if (!same) object[key] = then.value;
    }
  };
}

module.exports = class WorkerEnvironment {
  constructor({ projectConfig: config }) {
    const exit = Object.getOwnPropertyDescriptor(process, 'exit');
    // Jest puts an `exit` of its own on the process; all else that stands there changes by itself.
    this.restore = [
      keeping(globalThis),
      keeping(process.env),
      () => Object.defineProperty(process, 'exit', exit),
    ];
    this.global = globalThis;
    // As Jest's own environments have it: ten lines of a stack are few where a test failed.
    Error.stackTraceLimit = 100;
    this.moduleMocker = new ModuleMocker(globalThis);
    this.fakeTimersModern = new ModernFakeTimers({ config, global: globalThis });
  }

  async setup() {}

  async teardown() {
    this.fakeTimersModern.dispose();
    for (const restore of this.restore) restore();
    this.global = undefined;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** There is none; the runtime beside this file compiles without one. */
  getVmContext() {
    return null;
  }
};
