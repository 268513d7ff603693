import { completeStoredTown } from '../domain/stored/stored-town.js';
import { type Town, townSchema } from '../domain/town/schema.js';
import type { Attributes } from './dynamodb.js';
import { standardTexts } from './standard-texts.js';
import { readStored, shapeOf } from './stored.js';

/** A town as another version stored it, in the form of this one. */
export function checkStoredTown(whole: Town, items: readonly Attributes[]): Town {
  const shape = Math.max(0, ...items.map(shapeOf));
  return readStored('town', townSchema, completeStoredTown(whole, shape, standardTexts), shape);
}
