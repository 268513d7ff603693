import { openTable } from '../adapters/dynamodb.js';
import { RequestStore } from '../adapters/request-store.js';
import { TownStory } from '../test/stories/town-story.js';
import { fillBoard, measure } from './filled-board.js';

// The console with as many requests as a town has in years: what a page of the board, a filter, one request and a
// month's figures take on the local cloud. Paged queries, no scans: the figures must not grow with the table.

const REQUESTS = Number(process.argv[2] ?? 50_000);
/** How far back they go. */
const DAYS = 900;

const town = await TownStory.begin({ console: true });
const store = new RequestStore(openTable(town.output('TableName'), town.cloud.endpoint));
const { id } = await town.submit({ category: 'water-leak', description: 'bench' });
await town.reply('g52-a', '1');
const model = await store.find('sanhehu', id);
if (!model) throw new Error('the request was not stored');
await fillBoard(town, { store, model, requests: REQUESTS, days: DAYS });

const first = (await measure(town, 'the first page of the board', '/admin/requests')) as { cursor?: string };
await measure(town, 'the second page', `/admin/requests?cursor=${first.cursor ?? ''}`);
await measure(town, 'the newest first', '/admin/requests?order=newest');
await measure(town, 'overdue ones', '/admin/requests?due=overdue');
await measure(town, 'open ones of one grid', '/admin/requests?grid=52');
await measure(town, 'closed ones of a year', '/admin/requests?state=closed');
await measure(town, 'closed ones of one grid', '/admin/requests?state=closed&grid=52');
await measure(town, 'one request', `/admin/requests/${id}`);
await measure(town, 'the figures of a month by grid', '/statistics?from=2026-07-01&to=2026-07-31&by=grid');
await town.end();
