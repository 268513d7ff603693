/** The gestures of fingers, or a pointer, on a map; all in pixels of it. */
export interface Gestures {
  readonly move: (dx: number, dy: number) => void;
  /** Larger by a factor around a place. */
  readonly zoom: (factor: number, x: number, y: number) => void;
  readonly choose: (target: Node) => void;
}

/** Less than this is a trembling hand and no move. Pixels. */
const TREMBLE = 6;

type Finger = Readonly<{ x: number; y: number }>;

/** One finger moves it, two enlarge it, a tap chooses; the wheel enlarges with Ctrl, and else scrolls the page on. */
export function followFingers(root: Element, { move, zoom, choose }: Gestures): void {
  const fingers = new Map<number, Finger>();
  let travelled = 0;
  const at = ({ clientX, clientY }: MouseEvent): Finger => {
    const { left, top } = root.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const listen = (name: string, act: (event: PointerEvent) => void): void =>
    root.addEventListener(name, (event) => act(event as PointerEvent), { passive: false });

  listen('pointerdown', (event) => {
    if (fingers.size === 0) travelled = 0;
    fingers.set(event.pointerId, at(event));
  });
  listen('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = at(event);
    const other = [...fingers].find(([id]) => id !== event.pointerId)?.[1];
    fingers.set(event.pointerId, now);
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    travelled += Math.hypot(dx, dy);
    if (travelled < TREMBLE) return;
    root.setPointerCapture(event.pointerId);
    if (!other) return move(dx, dy);
    const [was, is] = [before, now].map(({ x, y }) => Math.hypot(x - other.x, y - other.y));
    if (was && is) zoom(is / was, (now.x + other.x) / 2, (now.y + other.y) / 2);
  });
  listen('pointerup', (event) => {
    if (fingers.delete(event.pointerId) && travelled < TREMBLE && event.target instanceof Node)
      choose(event.target);
  });
  listen('pointercancel', (event) => void fingers.delete(event.pointerId));
  root.addEventListener(
    'wheel',
    (event) => {
      const { ctrlKey, metaKey, deltaY } = event as WheelEvent;
      if (!ctrlKey && !metaKey) return;
      event.preventDefault();
      const { x, y } = at(event as WheelEvent);
      zoom(Math.exp(-deltaY / 200), x, y);
    },
    { passive: false },
  );
}
