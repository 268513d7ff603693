import { dirname } from 'node:path';
import { constructId } from '../../infra/construct-id.js';
import type { LocalCloud } from '@small-grid/local-cloud';

/** What a running host says of its functions, and how it is told that one was replaced. */
export type HostedFunctions = Pick<LocalCloud, 'functions' | 'renew'>;

/** Lets `fill` change the folder of a hosted function, by the name of its folder here; the next call of it runs what is there then. */
export async function swapFunction(
  cloud: HostedFunctions,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const id = constructId(name);
  // CDK ends a logical id with eight hexadecimal digits.
  const hosted = cloud.functions().find(({ logicalId }) => logicalId.replace(/[0-9A-F]{8}$/, '') === id);
  if (hosted === undefined) throw new Error(`the host has no function ${name}`);
  await fill(dirname(hosted.file));
  cloud.renew(id);
}
