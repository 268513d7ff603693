/** The design system's darkness is a class of the body; ours are tokens that follow by themselves. */
export function followSystemColours(dark = matchMedia('(prefers-color-scheme: dark)')): void {
  const show = () => document.body.classList.toggle('awsui-dark-mode', dark.matches);
  show();
  dark.addEventListener('change', show);
}
