/** Whether the browser says things outside the page: allowed, forbidden, not asked yet, or not able to. */
export const noticePermission = (): NotificationPermission | 'none' =>
  typeof Notification === 'undefined' ? 'none' : Notification.permission;

/** Says something outside the page, once under a name, where that was allowed; whoever presses it is brought here. */
export function sayOutside({ title, body, tag }: { title: string; body: string; tag: string }): void {
  if (noticePermission() !== 'granted') return;
  try {
    const notice = new Notification(title, { body, tag });
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
    });
  } catch {
    // Some browsers of phones let only service workers do so.
  }
}
