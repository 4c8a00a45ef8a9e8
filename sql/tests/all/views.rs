//! Conversations, and requests with their answers.

use snapbox::{assert_data_eq, str};

use crate::csv;

#[test]
fn flows() {
    let sql = "SELECT protocol, stream, client, client_port, server, server_port, packets, bytes, retransmissions, state \
               FROM flows ORDER BY bytes DESC, client_port LIMIT 4";
    assert_data_eq!(
        csv("http.pcap", sql),
        str![[r#"
protocol,stream,client,client_port,server,server_port,packets,bytes,retransmissions,state
tcp,2,10.9.0.2,48154,10.9.0.1,80,36,22706,0,closed
tcp,1,10.9.0.2,48146,10.9.0.1,80,14,1830,0,closed
tcp,4,fd09::2,55738,fd09::1,80,10,1223,0,closed
tcp,3,10.9.0.2,48158,10.9.0.1,80,10,1148,0,closed

"#]]
    );
    let totals = "SELECT sum(packets), sum(bytes) FROM flows WHERE protocol = 'tcp'";
    let counted = "SELECT count(*), sum(frame.len) FROM frames WHERE tcp";
    let numbers = |sql| csv("http.pcap", sql).lines().nth(1).map(str::to_owned);
    assert_eq!(numbers(totals), numbers(counted));
}

#[test]
fn http() {
    let sql = "SELECT http.method, host, http.path, code, http.request_frame, response_frame, latency > 0 AS later FROM http \
               ORDER BY request_frame LIMIT 4";
    assert_data_eq!(
        csv("http.pcap", sql),
        str![[r#"
method,host,path,code,request_frame,response_frame,later
GET,shop.test,/,200,5,7,true
GET,10.9.0.1,/missing,404,15,17,true
GET,10.9.0.1,/old,302,19,20,true
GET,10.9.0.1,/fail,500,21,22,true

"#]]
    );
    let sql = "SELECT code, count(*), approx_percentile_cont(latency, 0.99) < 60 AS quick FROM http AS h GROUP BY h.code ORDER BY 1";
    assert_data_eq!(
        csv("http.pcap", sql),
        str![[r#"
code,count(*),quick
200,3,true
302,1,true
404,1,true
405,1,true
500,1,true

"#]]
    );
}

#[test]
fn dns() {
    let sql = "SELECT name, type, rcode, answers, a, query_frame, response_frame FROM dns ORDER BY query_frame LIMIT 4";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
name,type,rcode,answers,a,query_frame,response_frame
shop.test,A,No error,1,[10.9.0.1],3,4
shop.test,AAAA,No error,1,,5,6
www.shop.test,A,No error,1,,7,8
info.test,TXT,No error,1,,9,10

"#]]
    );
    let sql = "SELECT dns.name, count(*) AS failures FROM dns WHERE rcode != 'No error' GROUP BY 1 ORDER BY 2 DESC";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
name,failures
nothing.example,1

"#]]
    );
}

#[test]
fn tls() {
    let sql = "SELECT server_name, version, cipher, client_frame < server_frame AS answered FROM tls ORDER BY client_frame LIMIT 2";
    assert_data_eq!(
        csv("tls.pcap", sql),
        str![[r#"
server_name,version,cipher,answered
shop.test,TLS 1.2,TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,true
shop.test,TLS 1.3,TLS_AES_256_GCM_SHA384,true

"#]]
    );
}

#[test]
fn a_name_of_the_query_goes_first() {
    let sql = "WITH flows AS (SELECT 7 AS bytes) SELECT flows.bytes FROM flows";
    assert_data_eq!(
        csv("dns.pcap", sql),
        str![[r#"
bytes
7

"#]]
    );
}
