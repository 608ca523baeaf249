export default { layout: "explainer.njk", permalink: ({ page }) => `/${page.fileSlug}/` };
