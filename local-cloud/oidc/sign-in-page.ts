import type { OidcUser } from './oidc-options.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:30rem;margin:2rem auto;padding:0 1rem}' +
  'button{display:block;width:100%;margin:.5rem 0;padding:.75rem;font:inherit;text-align:left}';

const page = (title: string, content: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`;

/** Everybody who can sign in; who is picked is sent back with what the client asked for. */
export function signInPage(users: readonly OidcUser[], asked: URLSearchParams): string {
  const hidden = [...asked].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const buttons = users.map(
    ({ id, name }) =>
      `<button name="user" value="${escaped(id)}">${escaped(name)} <small>${escaped(id)}</small></button>`,
  );
  return page(
    'Sign in · 登录',
    `<p>This machine only: no password. 仅限本机，无需密码。</p>` +
      `<form method="post">${hidden.join('')}${buttons.join('')}</form>`,
  );
}

export const refusalPage = (why: string): string =>
  page('Sign in · 登录', `<p role="alert">${escaped(why)}</p>`);
