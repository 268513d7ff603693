/** Words as they begin a line of their own. */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
