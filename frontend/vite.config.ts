import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Django serves what is built here under /static/, and finds the hashed names in the manifest.
  base: "/static/",
  build: {
    outDir: "dist",
    manifest: "manifest.json", // not Vite's own .vite/: Django leaves out folders that begin with a dot
    rolldownOptions: { input: "src/main.tsx" },
    assetsInlineLimit: 0, // the page's content policy allows no data: scripts or fonts
    target: "es2022",
  },
  plugins: [react()],
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});
