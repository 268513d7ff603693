/** Whether the browser says things outside the page: allowed, forbidden, not asked yet, or not able to. */
export const noticePermission = (): NotificationPermission | 'none' =>
  typeof Notification === 'undefined' ? 'none' : Notification.permission;

interface OutsideNotice {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  /** Whoever presses it is brought to this page, and this follows. */
  readonly onPress?: () => void;
}

/** Says something outside the page, where that was allowed, until somebody presses it. */
export function sayOutside({ title, body, tag, onPress }: OutsideNotice): void {
  if (noticePermission() !== 'granted') return;
  try {
    // One that takes the place of another of its name without a word is seen by nobody.
    const options = { body, tag, renotify: true, requireInteraction: true };
    const notice = new Notification(title, options);
    notice.addEventListener('click', () => {
      window.focus();
      notice.close();
      onPress?.();
    });
  } catch {
    // Some browsers of phones let only service workers do so.
  }
}
