/**
 * Nothing inline, nothing of third parties, no frames: a page that takes names and phones runs its own files only.
 *
 * @param connectTo origins that its scripts may call besides their own.
 */
const contentSecurityPolicy = (connectTo: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    ["connect-src 'self'", ...connectTo].join(' '),
    "img-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Headers for browsers at every address. Strict transport security they heed over TLS only, so it does no harm on a
 * local run.
 */
const OF_ALL = {
  'x-content-type-options': 'nosniff',
  // A tracking link carries its key in the address: no other site may learn it.
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
};

/** Sent with what is no page: whoever opens it by itself runs nothing of it, and nobody shows it in a frame. */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  ...OF_ALL,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** Sent with every page. */
export const securityHeaders = (connectTo: readonly string[] = []): Readonly<Record<string, string>> => ({
  ...OF_ALL,
  'content-security-policy': contentSecurityPolicy(connectTo),
  'permissions-policy': 'geolocation=(self), camera=(), microphone=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
});
