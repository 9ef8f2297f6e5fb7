SwaggerUIBundle({
  url: '/openapi.yaml',
  dom_id: '#api',
  deepLinking: true,
  // It would ask a server elsewhere.
  validatorUrl: null
});
