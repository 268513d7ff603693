import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredFunction } from '../functions/function-declaration.js';

/** The file that keeps the declarations of the functions beside their bundles. */
export const DECLARATIONS = 'functions.json';

export const readDeclarations = (bundles: string): DeclaredFunction[] =>
  JSON.parse(readFileSync(join(bundles, DECLARATIONS), 'utf8')) as DeclaredFunction[];
