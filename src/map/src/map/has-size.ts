/** Style sheets may arrive after the script; a camera fitted to nothing would show the wrong extent. */
export function hasSize(container: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    const observer = new ResizeObserver(() => {
      if (container.clientWidth === 0 || container.clientHeight === 0) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(container);
  });
}
