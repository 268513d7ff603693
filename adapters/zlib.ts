/**
 * Node's zlib, loaded when something is first packed or unpacked: to load it takes 1.5 ms, a twentieth of a function's
 * cold start.
 */
export const zlib = (): typeof import('node:zlib') => process.getBuiltinModule('node:zlib');
