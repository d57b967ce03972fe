export const MODULES: Record<string, readonly string[]>;
export const SHELVES: Record<string, readonly string[]>;
export const PURE: readonly { folder: string; may: readonly string[] }[];
export const PACKAGES: Record<string, readonly string[]>;
