import { dirname } from 'node:path';
import { constructId } from '../../infra/construct-id.js';
import { isCalled, type LocalCloud } from '@small-grid/local-cloud';

/** The functions of a running host, and how it is told that one was replaced. */
export type HostedFunctions = Pick<LocalCloud, 'functions' | 'renew'>;

/** Lets `fill` change a hosted function's folder, by its name here; the next call of it runs the new content. */
export async function swapFunction(
  cloud: HostedFunctions,
  name: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const id = constructId(name);
  const hosted = cloud.functions().find((one) => isCalled(one, id));
  if (hosted === undefined) throw new Error(`the host has no function ${name}`);
  await fill(dirname(hosted.file));
  cloud.renew(id);
}
