/** A new version took the place of the one that is open, or the service cannot be reached. */
export type WhyNotLoaded = 'newVersion' | 'unreached';

/** Why a file of the console could not be loaded: the page names other files now, or it cannot be asked. */
export async function whyNotLoaded(): Promise<WhyNotLoaded> {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"]');
  try {
    const page = await (await fetch('/console')).text();
    return script && page.includes(new URL(script.src).pathname) ? 'unreached' : 'newVersion';
  } catch {
    return 'unreached';
  }
}
