import { type Unzipped, type UnzipOptions, unzipSync, type Zippable, type ZipOptions, zipSync } from 'fflate';

/**
 * The pages' policy lets no script run but their own files, and so no worker that is made of text: fflate would wait
 * for it for ever. In its place what is packed and unpacked is done at once; a town's files take a second.
 */
export * from 'fflate';

type Done<Result> = (error: Error | null, result: Result) => void;

function answer<Result>(make: () => Result, done: Done<Result | undefined>): () => void {
  let result: Result | undefined;
  let failure: Error | null = null;
  try {
    result = make();
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  done(failure, result);
  return () => undefined;
}

type Given<Options, Result> = [Done<Result | undefined>] | [Options, Done<Result | undefined>];

export const zip = (files: Zippable, ...given: Given<ZipOptions, Uint8Array>): (() => void) =>
  given.length === 1
    ? answer(() => zipSync(files), given[0])
    : answer(() => zipSync(files, given[0]), given[1]);

export const unzip = (packed: Uint8Array, ...given: Given<UnzipOptions, Unzipped>): (() => void) =>
  given.length === 1
    ? answer(() => unzipSync(packed), given[0])
    : answer(() => unzipSync(packed, given[0]), given[1]);
