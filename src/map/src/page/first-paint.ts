/** Two frames: the first is the paint we wait for. A hidden tab paints nothing, so a timer stands in. */
export function afterFirstPaint(then: () => void): void {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    then();
  };
  const timer = setTimeout(once, 400);
  requestAnimationFrame(() => requestAnimationFrame(once));
}
