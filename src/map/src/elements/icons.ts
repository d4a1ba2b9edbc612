/** Our own line drawings, as paths on a 24 × 24 grid. */
export const icons = {
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  province: "M4 11l8-7 8 7M6.5 9.5V20h11V9.5M10 20v-6h4v6",
  locate: "M12 2v4M12 18v4M2 12h4M18 12h4M12 6a6 6 0 1 0 0 12 6 6 0 0 0 0-12M12 11.2v1.6",
  fullscreen: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  measure: "M3 16.5 16.5 3 21 7.5 7.5 21zM7 12.5l2.2 2.2M10 9.5l1.6 1.6M13 6.5l2.2 2.2",
  print: "M7 9V3h10v6M7 17H4v-7h16v7h-3M7 14h10v7H7z",
  share:
    "M15 5.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0M4 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0M15 18.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 0 0-5 0M8.8 10.8l6.4-4M8.8 13.2l6.4 4",
  help: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M9.5 9.3a2.6 2.6 0 1 1 3.7 2.6c-.8.4-1.2.9-1.2 1.8M12 16.8v.1",
  basemap: "M3 6.5 9 4l6 2.5L21 4v13.5L15 20l-6-2.5L3 20zM9 4v13.5M15 6.5V20",
  undo: "M9 14 4 9l5-5M4 9h9a6 6 0 0 1 0 12h-3",
  clear: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  up: "m7 14 5-5 5 5",
  down: "m7 10 5 5 5-5",
  theme: "M12 4a8 8 0 1 1 0 16zM12 4v16",
  close: "M6 6l12 12M18 6 6 18",
} as const;
