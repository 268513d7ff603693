import type { TownStory } from './town-story.js';

export interface StaffWork {
  readonly name: string;
  readonly until: string;
  readonly asks: readonly {
    readonly id: string;
    readonly kind: string;
    readonly request?: string;
    readonly facts: readonly { readonly fact: string; readonly value: string }[];
    readonly until: string;
    readonly link: string;
  }[];
  readonly owned: readonly {
    readonly request: string;
    readonly departments?: readonly {
      readonly name: string;
      readonly state: string;
      readonly words?: string;
    }[];
  }[];
  readonly correctsAny?: true;
  readonly visits: readonly {
    readonly grid: number;
    readonly due: number;
    readonly left: number;
    readonly link: string;
  }[];
  readonly leave: readonly { readonly from: string; readonly to: string; readonly imported: boolean }[];
}

const sendJson = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

/** Asks on the page for a code. */
export async function askForCode(town: TownStory, phone: string): Promise<Response> {
  const response = await town.http('/staff/codes?lang=en', sendJson({ phone }));
  await town.cloud.clock.settled();
  return response;
}

/** The code that was texted last to this phone. */
export const codeTextedTo = (town: TownStory, phone: string): string | undefined =>
  town
    .textsTo(phone)
    .flatMap((text) => /\d{8}/.exec(/验证码|sign-in/.test(text) ? text : '')?.[0] ?? [])
    .at(-1);

export const enterCode = (town: TownStory, phone: string, code: string): Promise<Response> =>
  town.http('/staff/sessions?lang=en', sendJson({ phone, code }));

/** Somebody who signed in: their browser keeps the cookie and sends it back. */
export class SignedIn {
  private constructor(
    private readonly town: TownStory,
    readonly cookie: string,
  ) {}

  static async as(town: TownStory, staff: string): Promise<SignedIn> {
    const phone = town.phoneOf(staff);
    await askForCode(town, phone);
    const response = await enterCode(town, phone, codeTextedTo(town, phone) ?? '');
    if (response.status !== 201) throw new Error(`not let in: ${response.status} ${await response.text()}`);
    return new SignedIn(town, response.headers.get('set-cookie') ?? '');
  }

  call(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const cookie = this.cookie.split(';')[0] ?? '';
    return this.town.http(`${path}?lang=en`, { ...init, headers: { ...init.headers, cookie } });
  }

  async work(): Promise<StaffWork> {
    const response = await this.call('/staff/work');
    if (response.status !== 200) throw new Error(`not shown: ${response.status}`);
    return (await response.json()) as StaffWork;
  }

  /** Puts a request right, or adds a remark to it. */
  async write(request: string, what: 'corrections' | 'remarks', body: object): Promise<Response> {
    const response = await this.call(`/staff/requests/${request}/${what}`, sendJson(body));
    await this.town.cloud.clock.settled();
    return response;
  }

  leave(from: string, to = from): Promise<Response> {
    return this.call('/staff/leave', sendJson({ from, to }));
  }

  endLeave(from: string): Promise<Response> {
    return this.call(`/staff/leave/${from}`, { method: 'DELETE' });
  }
}
