import type { Town } from '../../domain/town/schema.js';
import { Database, FunctionWorld } from './function-world.js';

/** A world of its own for each test of a file, without the functions' log lines; `logged` has them. */
export function eachWorld() {
  let database: Database;
  let logged: string[] = [];

  beforeAll(async () => {
    database = await Database.open();
  });
  afterAll(() => database.close());
  beforeEach(() => {
    logged = [];
    jest.spyOn(console, 'log').mockImplementation((line: unknown) => void logged.push(String(line)));
  });
  afterEach(() => jest.restoreAllMocks());

  return {
    begin: (town?: Town) => FunctionWorld.begin(database, town),
    logged: () => logged,
  };
}
