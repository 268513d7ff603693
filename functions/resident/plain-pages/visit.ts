import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Language } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import { MESSAGES, type Messages } from '../../../contracts/resident/messages.js';
import { askedLanguage } from '../../http/request-language.js';

type Event = Pick<APIGatewayProxyEventV2, 'queryStringParameters' | 'headers'>;

/** Who looks at a plain page: in which language, of which town, and how its addresses keep both. */
export interface Visit {
  readonly town: Town;
  readonly language: Language;
  readonly messages: Messages;
  /** An address that keeps the town and the language this one names, with more in its query. */
  readonly address: (path: string, query?: Readonly<Record<string, string>>) => string;
}

export function visitOf(event: Event, town: Town): Visit {
  const language = askedLanguage(event) ?? town.settings.defaultLanguage;
  const named = event.queryStringParameters ?? {};
  const kept = ['town', 'lang'].flatMap((name): [string, string][] => {
    const value = named[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    town,
    language,
    messages: MESSAGES[language],
    address(path, query = {}) {
      const all = new URLSearchParams({ ...Object.fromEntries(kept), ...query }).toString();
      return all === '' ? path : `${path}?${all}`;
    },
  };
}
