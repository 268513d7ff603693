import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Assets } from '../../http/pages/assets.js';
import { notFound } from '../../http/pages/not-found.js';
import { securityHeaders } from '../../http/pages/security-headers.js';
import { sendAsset } from '../../http/pages/send-asset.js';
import { webManifest } from './web-manifest.js';
import { appPage, isAppPath, type PageEvent } from './app-page.js';
import { isWallPath, wallPage } from './wall-page.js';

const SECURITY_HEADERS = securityHeaders();

/** Serves the residents' page, and the files that were built beside the function. */
export function createServePage(assets: Assets) {
  return async (event: PageEvent): Promise<APIGatewayProxyStructuredResultV2> => {
    const answer = answerTo(event, assets);
    return { ...answer, headers: { ...answer.headers, ...SECURITY_HEADERS } };
  };
}

function answerTo(event: PageEvent, assets: Assets): APIGatewayProxyStructuredResultV2 {
  const header = (name: string): string => event.headers[name] ?? '';
  if (isAppPath(event.rawPath)) return appPage(event, [...assets.keys()]);
  if (isWallPath(event.rawPath)) return wallPage(event);
  const manifest = webManifest(event);
  if (manifest) return manifest;
  const asset = assets.get(event.rawPath);
  return asset
    ? sendAsset(event.rawPath, asset, header)
    : notFound(header('accept'), header('accept-language'));
}
