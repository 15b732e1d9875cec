// Pictures are drawn for a size on the screen; paper has another one, and does not wait for the next frame.
const listeners = new Set<() => void>();

// Called once all views are laid out for paper; returns what ends that.
export function onPaper(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

// While a page is printed its layout changes again and again; what was drawn for it stays.
export const isOnPaper = (): boolean => document.documentElement.classList.contains("paper");

export const redrawForPaper = (): void => listeners.forEach((listener) => listener());
