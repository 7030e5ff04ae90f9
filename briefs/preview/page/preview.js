const events = new EventSource('/events');
events.addEventListener('state', (event) => {
  const state = JSON.parse(event.data);
  const brief = state.briefs[0];
  if (brief) document.querySelector('#brief').src = `/frame?brief=${encodeURIComponent(brief.id)}`;
});
