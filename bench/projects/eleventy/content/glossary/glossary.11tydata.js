export default { layout: "term.njk", permalink: ({ page }) => `/glossary/${page.fileSlug}/` };
