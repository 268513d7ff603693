import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

const WORDS = {
  'zh-CN': { title: '没有这个页面', detail: '请核对地址。', home: '回到首页' },
  en: { title: 'There is no such page', detail: 'Please check the address.', home: 'Go to the first page' },
} as const;

/** English where the caller would rather have it than Chinese. */
function wordsFor(acceptLanguage: string): {
  language: keyof typeof WORDS;
  words: (typeof WORDS)[keyof typeof WORDS];
} {
  const wished = acceptLanguage.split(',').map((tag) => tag.trim().slice(0, 2).toLowerCase());
  const first = wished.find((tag) => tag === 'en' || tag === 'zh');
  const language = first === 'en' ? 'en' : 'zh-CN';
  return { language, words: WORDS[language] };
}

/** 404: a page for a person, a problem document (RFC 9457) for a program. */
export function notFound(accept: string, acceptLanguage: string): APIGatewayProxyStructuredResultV2 {
  const { language, words } = wordsFor(acceptLanguage);
  const headers = { 'content-language': language, 'cache-control': 'no-store' };
  if (accept.includes('text/html')) {
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${words.title}</title><link rel="stylesheet" href="/main.css">`;
    const body = `<main><h1>${words.title}</h1><p>${words.detail}</p><p><a href="/">${words.home}</a></p></main>`;
    return {
      statusCode: 404,
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      body: `<!doctype html><html lang="${language}"><head>${head}</head><body>${body}</body></html>`,
    };
  }
  return {
    statusCode: 404,
    headers: { ...headers, 'content-type': 'application/problem+json' },
    body: JSON.stringify({ type: 'about:blank', title: words.title, status: 404, detail: words.detail }),
  };
}
