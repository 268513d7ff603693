import type { Town } from '../../domain/town/schema.js';
import type { Submission, TownStory } from './town-story.js';

/** Numbers and addresses of whoever floods the town; RFC 5737 keeps these addresses for documents. */
export const FLOODER = '203.0.113.7';
export const ELSEWHERE = '198.51.100.23';
/** A resident who is in real danger while somebody floods the town. */
export const NEIGHBOUR = '+8619911110042';

/** The nth of many invented numbers. */
export const numberOf = (n: number): string => `+8619911${String(200_000 + n)}`;

/** The sample town with small caps and limits, so that a flood is short; the story plays the proxy that says who called. */
export function smallCaps(town: Town): Town {
  const { settings } = town;
  const caps = {
    everyday: { resident: 12, staff: 300, town: 400 },
    emergencies: { resident: 12, staff: 100, town: 150 },
    // Eight to residents, and plenty of the rest.
    shares: { residents: 2, replies: 20, staff: 70, codes: 5 },
  };
  const callers = {
    ...settings.callers,
    trustedProxies: ['127.0.0.0/8'],
    reports: { address: { hour: 12, day: 20 }, phone: { hour: 6, day: 10 } },
    codes: { hour: 3, day: 9 },
    dangers: { address: { hour: 2, day: 4 }, phone: { hour: 2, day: 4 } },
  };
  return { ...town, settings: { ...settings, sms: { ...settings.sms, caps }, callers } };
}

/** A report from a network address. */
export async function postFrom(
  town: TownStory,
  address: string,
  fields: Submission,
  language = 'zh-CN',
): Promise<Response> {
  const body = town.submission(fields);
  for (const value of [body.name, body.phone, body.description]) if (value) town.typed.add(value);
  const response = await town.http('/requests', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'accept-language': language,
      'x-forwarded-for': address,
    },
    body: JSON.stringify(body),
  });
  await town.cloud.clock.settled();
  return response;
}

/** A flood: many reports one after the other, each with a number of its own; the answers' statuses. */
export async function flood(
  town: TownStory,
  times: number,
  fields: (n: number) => Submission,
  address = FLOODER,
): Promise<number[]> {
  const statuses = [];
  for (let n = 0; n < times; n += 1) {
    const response = await postFrom(town, address, { phone: numberOf(n), ...fields(n) });
    statuses.push(response.status);
  }
  return statuses;
}
