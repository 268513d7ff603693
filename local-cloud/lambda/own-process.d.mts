export function endings(
  process: { readonly pid: number },
  end: (how: string) => never,
): Readonly<Record<string, unknown>>;
