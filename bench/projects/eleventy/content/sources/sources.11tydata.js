export default { layout: "source.njk", permalink: ({ page }) => `/sources/${page.fileSlug}/` };
